/** A text as a part of an address; half a letter, as a cell may hold it, cannot stand in one. */
export function encodedPart(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '�'),
  );
}

/** Mail programs cut off longer addresses. */
const longestAddress = 2000;

/** Whether a text is an address of the web that a mail may lead to. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && text.length <= longestAddress;
}

/** An address that opens a mail to be sent, as a client's own program writes it. */
export function mailAddress(to: string, subject: string, body: string): string {
  const [name = '', ...domain] = to.split('@');
  const address = `${encodedPart(name)}@${encodedPart(domain.join('@'))}`;
  return `mailto:${address}?subject=${encodedPart(subject)}&body=${encodedPart(body)}`;
}
