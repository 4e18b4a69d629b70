/** The design of a mail, as the build has made HTML of it: a template that is filled in with a letter. */
declare const html: string;
export default html;
