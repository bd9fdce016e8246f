import { AppError } from '@/lib/domain/errors'

/** The body, as long as it is no larger than agreed: a larger one is not read to its end. @throws AppError `bad-reply` */
export async function readBounded(response: Pick<Response, 'headers' | 'body'>, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const reader = response.body?.getReader()
  if (!reader) return new Uint8Array()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined)
      throw tooLarge(maxBytes)
    }
    parts.push(part.value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

/** A file that is packed itself, as sitemaps may be (`.xml.gz`), unpacked within the same bound. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return readBounded({ headers: new Headers(), body: stream }, maxBytes)
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('bad-reply', { detail: `${Math.round(maxBytes / 1024 / 1024)} MB` })
}
