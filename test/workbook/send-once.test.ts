import { describe, expect, it } from 'vitest';
import { readMemory } from '../../src/workbook/memory';
import { beginMails, type MailDoor, sendAsked, sendOnce } from '../../src/workbook/send-once';

const hostileHeaders = [
  'Acme\r\nBcc: all@x.example',
  '\u0000\u0007bell',
  'a\u2028b',
  'a\u202Egnp',
  'a\tb',
  'a\ud800b',
  'x'.repeat(900),
];

const mail = { to: 'pat@acme.example', subject: 'Hours', body: 'Hello' };

/** A door whose outbox and store fail as they are told. */
function door(failing: { send?: string; write?: boolean } = {}) {
  const values: Record<string, string> = {};
  const [sent, headers]: [string[], string[]] = [[], []];
  const made: MailDoor = {
    store: {
      read: () => ({ ...values }),
      write: given => {
        if (failing.write) throw new Error('No property is written.');
        Object.assign(values, given);
      },
      forget: () => {},
    },
    outbox: {
      remaining: () => 100,
      send: ({ subject, name, replyTo }) => {
        if (failing.send) throw new Error(failing.send);
        sent.push(subject);
        headers.push(subject, name ?? '', replyTo ?? '');
      },
      meaningOf: error => (String(error).includes('Invalid') ? 'refused' : 'unclear'),
    },
  };
  const send = (name: string, more = {}) =>
    sendOnce(made, readMemory(made.store), { name, mail, ...more }).fate;
  return { made, sent, headers, values, failing, send };
}

describe('a single mail', () => {
  it('leaves once under a name, and again under another', () => {
    const { send, sent } = door();
    expect([send('a'), send('a'), send('b')]).toEqual(['left', 'left before', 'left']);
    expect(sent).toHaveLength(2);
  });

  it('does not leave where its mark cannot be written', () => {
    const { send, sent, failing } = door({ write: true });
    expect(() => send('a')).toThrow('No property');
    expect(sent).toEqual([]);
    failing.write = false;
    expect(send('a')).toBe('left');
  });

  it('does not leave again where the run failed after it had left', () => {
    const { made, send, sent, failing } = door();
    const { send: leave } = made.outbox;
    made.outbox.send = each => {
      leave(each);
      failing.write = true;
    };
    expect(() => send('a')).toThrow('No property');
    failing.write = false;
    expect([send('a'), sent.length]).toEqual(['begun before', 1]);
  });

  it('may leave again where it was refused, and not where nobody knows', () => {
    const { send, sent, failing } = door({ send: 'Invalid email' });
    expect(send('a')).toBe('refused');
    failing.send = 'Service error';
    expect(send('a')).toBe('unclear');
    delete failing.send;
    expect([send('a'), sent]).toEqual(['begun before', []]);
  });

  it('remembers what it begins, takes it back where it is refused, and what it tells where it has left', () => {
    const { made, send, failing } = door({ send: 'Invalid email' });
    const more = { begin: { digestDay: '2026-11-23' }, left: { digestAt: 5 } };
    send('a', more);
    expect(readMemory(made.store)).toMatchObject({ digestDay: '', digestAt: 0 });
    failing.send = 'Service error';
    send('a', more);
    expect(readMemory(made.store)).toMatchObject({ digestDay: '2026-11-23', digestAt: 0 });
    delete failing.send;
    send('b', more);
    expect(readMemory(made.store)).toMatchObject({ digestDay: '2026-11-23', digestAt: 5 });
  });

  it('leaves marks that fit into one property, however many and whatever they are called', () => {
    const { send, values } = door();
    for (let count = 0; count < 200; count++) send(`${'ü\u0000'.repeat(500)} ${count}`);
    expect(values.mails?.length).toBeLessThan(9_000);
    expect(send(`${'ü\u0000'.repeat(500)} 199`)).toBe('left before');
  });
});

describe('a mail that a page asks for', () => {
  const asked = { name: 'a', again: 'open it again', kept: 'It is kept.' };

  it('is told as mailed where an earlier try has mailed it', () => {
    const { made, sent } = door();
    sendAsked(made, asked, mail);
    sendAsked(made, asked, mail);
    expect(sent).toHaveLength(1);
  });

  it('says in words that it was refused, or where to look', () => {
    const { made, failing } = door({ send: 'Invalid email: pat' });
    expect(() => sendAsked(made, asked, mail)).toThrow('refused: Invalid email: pat. It is kept.');
    failing.send = 'Service error';
    expect(() => sendAsked(made, asked, mail)).toThrow('may have left. Look into the Sent folder');
    expect(() => sendAsked(made, asked, mail)).toThrow('if it is not there, open it again.');
  });
});

describe('the mails of a run', () => {
  it('are all named before the first leaves, and each leaves once, also for a copied row', () => {
    const { made, sent } = door();
    const { send } = beginMails(made, readMemory(made.store), ['a', 'a', 'b']);
    expect(readMemory(made.store).sending).toEqual(['a', 'a', 'b']);
    send(['a', 'a'], mail);
    expect(() => send(['a'], mail)).toThrow('Not begun, or sent before: a');
    expect(() => send(['c'], mail)).toThrow('Not begun');
    send(['b'], mail);
    expect(sent).toHaveLength(2);
  });
});

describe('a header of a mail', () => {
  it.each(hostileHeaders)('is one line that reads as it stands, whatever a person has typed: %j', text => {
    const { send, headers } = door();
    send('one', { mail: { ...mail, subject: text, name: text, replyTo: text.slice(0, 30) } });
    expect(headers).toHaveLength(3);
    for (const header of headers) {
      expect(header).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e]{1,250}$/u);
      expect(header.replace(/[^a-z]/gi, '').slice(0, 4)).toBe(text.replace(/[^a-z]/gi, '').slice(0, 4));
    }
  });

  it('keeps a hard space between a figure and its unit, and an emoji whole', () => {
    const { send, sent } = door();
    send('one', { mail: { ...mail, subject: '5\u00a0h left \u{1f468}\u200d\u{1f469}' } });
    expect(sent).toEqual(['5\u00a0h left \u{1f468}\u200d\u{1f469}']);
  });
});
