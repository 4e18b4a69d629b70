/** Loaded before clasp: what it asks Google's servers for goes to the stand-in on this machine, and nowhere else. */
import http from 'node:http';
import https from 'node:https';

https.request = (url, options, answered) => {
  const { hostname, pathname, search } = new URL(url.href ?? url);
  if (hostname !== 'script.googleapis.com') throw new Error(`No request may leave for ${hostname}.`);
  const { agent: _, ...rest } = options;
  return http.request(`http://127.0.0.1:${process.env.STAND_IN_PORT}${pathname}${search}`, rest, answered);
};
