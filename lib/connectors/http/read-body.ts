import { AppError } from '@/lib/domain/errors'

/**
 * Reads a JSON body of at most `maxBytes`; an empty body is `undefined`. A byte order mark is dropped.
 * @throws AppError `bad-reply` when it is too large, no JSON by its type, or broken
 */
export async function readBody(response: Response, maxBytes: number): Promise<unknown> {
  const text = await readText(response, maxBytes)
  if (text.trim() === '') return undefined
  const type = response.headers.get('content-type') ?? ''
  if (!/\bjson\b/i.test(type)) throw new AppError('bad-reply', { detail: `content-type ${type.split(';')[0] || 'absent'}` })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-reply', { detail: 'json', cause })
  }
}

/** The body of a refusal: JSON, or the text as it is, because a refusal counts by its status even in a proxy's HTML. */
export async function readRefusal(response: Response, maxBytes: number): Promise<unknown> {
  const text = await readText(response, maxBytes).catch(() => '')
  try {
    return JSON.parse(text)
  } catch {
    return text === '' ? undefined : text
  }
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge()
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      throw tooLarge()
    }
    text += decoder.decode(value, { stream: true })
  }
}

function tooLarge(): AppError {
  return new AppError('bad-reply', { detail: 'size' })
}
