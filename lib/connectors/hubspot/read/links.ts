const address = /https?:\/\/[^\s"'<>]+/gi

/** Every web address in a mail's HTML or text, once. */
export function linksIn(text: string): string[] {
  const found = text.replaceAll('&amp;', '&').match(address) ?? []
  return [...new Set(found.map((link) => link.replace(/[),.;!?\]]+$/, '')))]
}
