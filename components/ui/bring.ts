import { AppError } from '@/lib/domain/errors'

/**
 * A part that is a file of its own, brought when it is wanted.
 * @throws AppError `stale-extension`: the file is gone, as it is where Leadside was updated under an open page
 */
export async function bring<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    throw new AppError('stale-extension', { cause })
  }
}
