/** Characters sent to the background at once: some 500 lines. */
const chunkSize = 400_000

/**
 * The lines of a file in chunks that end where a line ends, read as they are needed. A backup of before there were lines is one
 * chunk. The last chunk says so.
 */
export async function* readChunks(file: Blob): AsyncGenerator<{ text: string; last: boolean; share: number }> {
  const start = await file.slice(0, 400).text()
  if (/"format"\s*:\s*"leadside-backup"/.test(start)) {
    yield { text: await file.text(), last: true, share: 1 }
    return
  }
  let rest = ''
  let read = 0
  const reader = file.stream().getReader()
  const decoder = new TextDecoder()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    read += part.value.byteLength
    rest += decoder.decode(part.value, { stream: true })
    const end = rest.lastIndexOf('\n')
    if (rest.length < chunkSize || end < 0) continue
    yield { text: rest.slice(0, end + 1), last: false, share: read / file.size }
    rest = rest.slice(end + 1)
  }
  yield { text: rest + decoder.decode(), last: true, share: 1 }
}
