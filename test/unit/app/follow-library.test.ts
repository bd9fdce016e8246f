import { describe, expect, it } from 'vitest'
import { createLibraryFollower, type FeedReply, type FeedState } from '@/lib/app/follow-library'
import { AppError } from '@/lib/domain/errors'
import { createTestApp } from '../../fakes/app'

const address = 'https://files.example.com/library.json'

async function following(policy = {}) {
  const app = await createTestApp({ policy })
  const asked: (string | undefined)[][] = []
  const file = { reply: (): FeedReply => ({ notModified: false, rows: [] }) }
  let state: FeedState | undefined
  const follower = createLibraryFollower(app.deps, async (...question) => (asked.push(question), file.reply()), { get: async () => state, set: async (next) => void (state = next) })
  const hold = (titles: string[], etag?: string) => void (file.reply = () => ({ notModified: false, etag, rows: titles.map((title) => ({ id: title, title, url: `https://a.example/${title}` })) }))
  const held = async () => Object.fromEntries((await app.deps.assets.all()).map(({ title, status }) => [title, status]))
  return { ...app, follower, file, asked, hold, held }
}

describe('following a shared library', () => {
  it('takes what the file holds and asks with its tag the next time', async () => {
    const { follower, hold, held, asked, file, clock } = await following()
    await follower.follow(address)
    hold(['a', 'b'], '"1"')
    expect(await follower.refresh()).toEqual({ changed: 2, notModified: false })
    file.reply = () => ({ notModified: true, rows: [] })
    expect(await follower.refresh()).toEqual({ changed: 0, notModified: true })
    expect(asked).toEqual([[address, undefined], [address, '"1"']])
    expect(await held()).toEqual({ a: 'approved', b: 'approved' })
    expect(await follower.state()).toMatchObject({ address, etag: '"1"', at: clock.now(), locked: false })
  })

  it('archives what is gone from the file, and brings it back', async () => {
    const { follower, hold, held } = await following()
    await follower.follow(address)
    hold(['a', 'b'])
    await follower.refresh()
    hold(['a'])
    expect((await follower.refresh()).changed).toBe(1)
    expect(await held()).toEqual({ a: 'approved', b: 'archived' })
    hold(['a', 'b'])
    await follower.refresh()
    expect(await held()).toEqual({ a: 'approved', b: 'approved' })
  })

  it('changes nothing when the file cannot be read, and says so until it can', async () => {
    const { follower, hold, held, file, asked } = await following()
    await follower.follow(address)
    hold(['a'], '"1"')
    await follower.refresh()
    file.reply = () => { throw new AppError('unavailable') }
    await expect(follower.refresh()).rejects.toMatchObject({ kind: 'unavailable' })
    expect([await held(), (await follower.state())?.error?.kind]).toEqual([{ a: 'approved' }, 'unavailable'])
    hold(['a'], '"1"')
    await follower.refresh()
    expect(asked.at(-1)).toEqual([address, '"1"'])
    expect((await follower.state())?.error).toBeUndefined()
  })

  it('hands the tag of one file to no other, nor one the file no longer has', async () => {
    const { follower, hold, asked } = await following()
    await follower.follow(address)
    hold(['a'], '"1"')
    await follower.refresh()
    await follower.follow('https://other.example/library.csv')
    hold(['a'])
    await follower.refresh()
    await follower.refresh()
    expect(asked.map(([, etag]) => etag)).toEqual([undefined, undefined, undefined])
  })

  it('S59 follows what the admin set, and nothing else', async () => {
    const { follower, hold, asked } = await following({ libraryAddress: address })
    expect(await follower.state()).toEqual({ address, locked: true })
    await expect(follower.follow('https://other.example/')).rejects.toMatchObject({ kind: 'policy' })
    hold(['a'])
    await follower.refresh()
    expect(asked).toEqual([[address, undefined]])
  })

  it('S32 follows no address that must not be opened', async () => {
    const { follower } = await following()
    await expect(follower.follow('javascript:alert(1)')).rejects.toMatchObject({ kind: 'invalid' })
    expect(await follower.state()).toBeUndefined()
  })

  it('asks nobody when nothing is followed', async () => {
    const { follower, asked } = await following()
    await follower.follow(address)
    await follower.follow(null)
    expect([await follower.refresh(), asked]).toEqual([{ changed: 0, notModified: true }, []])
  })
})
