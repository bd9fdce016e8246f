// Pictures of every surface with nothing, little and much, light and dark, wide and narrow, checked by axe: npm run pictures.
//   [-- --only=overview,feedback] [--fillings=much] [--sheets]     Needs a build. Pictures lie in .cache/gallery, sheets in docs/images/gallery.
//   A machine without fonts for Chinese and Japanese draws boxes; on Debian fonts-wqy-zenhei has them.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { launchChromium } from '../e2e/harness/chromium.ts'
import { startSandbox } from '../sandbox/server.ts'
import { take } from './camera.ts'
import { deskScenes } from './desk-scenes.ts'
import { fill } from './fill.ts'
import { panelScenes } from './panel-scenes.ts'
import { writeGallery } from './gallery-page.ts'
import { fillings } from './types.ts'

const root = join(import.meta.dirname, '..', '..')
const { values } = parseArgs({ options: { only: { type: 'string' }, fillings: { type: 'string' }, sheets: { type: 'boolean' } } })
const wanted = values.only?.split(',')
const pictures = join(root, '.cache', 'gallery')
const all = [...panelScenes, ...deskScenes]
const scenes = all.filter(({ name }) => !wanted || wanted.includes(name))
const problems: string[] = []
const ends: (() => Promise<void>)[] = []

const sandbox = await startSandbox()
const surface = await launchChromium(sandbox, {
  extension: join(process.env['LEADSIDE_OUT'] ?? join(root, '.output'), 'chrome-mv3'), executablePath: process.env['LEADSIDE_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--lang=en-GB'],
})
for (const filling of fillings.filter((one) => !values.sheets && (values.fillings?.split(',').includes(one) ?? true))) {
  const shots = scenes.flatMap((scene) => scene.shots.filter((shot) => shot.filling === filling).map((shot) => ({ scene, shot })))
  if (shots.length === 0) continue
  ends.push(await fill(surface, filling))
  for (const { scene, shot } of shots) {
    const label = `${scene.name}, ${shot.state}`
    try {
      const page = await shot.open(surface)
      const found = (await take(page, scene, shot, join(pictures, scene.name))).map((problem) => `${scene.name}, ${problem}`)
      problems.push(...found)
      await page.close()
      console.log([`  ${label}`, ...found].join('\n'))
    } catch (error) {
      problems.push(`${label}: ${String(error).slice(0, 600)}`)
      console.log(`  ${problems.at(-1)}`)
    }
    await shot.after?.(surface)
    await surface.closeTabs()
  }
}
problems.push(...await writeGallery(surface, { scenes, all }, pictures, join(root, 'docs')))
await surface.close()
// A hub waits for those who still talk to it.
for (const end of ends) await end()
await sandbox.close()
console.log(problems.length === 0 ? 'Nothing wrong with any of them.' : `${problems.length} faults, named above.`)
process.exit(problems.length === 0 ? 0 : 1)
