/** Bytes as text, by the charset the header names, else the one an XML declaration names, else UTF-8. Marks of byte order go. */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const named = /charset="?([\w.:-]+)/i.exec(contentType)?.[1] ?? declared(bytes)
  return decoderFor(named).decode(bytes).replace(/^\uFEFF/, '')
}

function declared(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*encoding=["']([\w.:-]+)/i.exec(start)?.[1]
}

function decoderFor(label: string | undefined): TextDecoder {
  try {
    return new TextDecoder(label ?? 'utf-8')
  } catch {
    return new TextDecoder()
  }
}
