export function createPages(_: unknown): (request: Request) => Promise<Response> {
  return async () => new Response('soon')
}
