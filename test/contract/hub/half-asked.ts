import { once } from 'node:events'
import { connect } from 'node:net'

/** A request of which all but the last byte was sent. `finish` sends that and resolves to everything the server answered. */
export async function halfAsked(url: string, path: string, body: string): Promise<{ finish(): Promise<string> }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let answer = ''
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
  const head = [`POST ${path} HTTP/1.1`, `host: ${hostname}:${port}`, 'content-type: application/json', `content-length: ${body.length}`, 'expect: 100-continue', '', '']
  socket.write(head.join('\r\n'))
  // The server has begun with it once it says that it wants the rest.
  while (!answer.includes('100 Continue')) await once(socket, 'data')
  socket.write(body.slice(0, -1))
  return {
    async finish() {
      socket.write(body.slice(-1))
      await once(socket, 'close')
      return answer
    },
  }
}

/** Resolves when nobody can connect any more. */
export async function closed(url: string): Promise<void> {
  const { hostname, port } = new URL(url)
  for (;;) {
    const socket = connect(Number(port), hostname)
    try {
      await once(socket, 'connect')
      socket.destroy()
    } catch {
      return
    }
  }
}
