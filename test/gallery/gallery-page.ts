import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChromiumSurface } from '../e2e/harness/chromium.ts'
import { drawDocsPictures } from './docs-pictures.ts'
import { drawSheet } from './sheet.ts'
import type { Scene } from './types.ts'

const mostBytes = 4_000_000
const head = `# The gallery

Every surface of the product in a real browser, taken by \`npm run pictures\` from the built extension and the stand-in CRMs with made-up people.
On each sheet a row is a state, from top to bottom nothing, little and much where no other is named; from left to right light, dark, and both
again 320 pixels wide. The same run has axe look at each of them and fails where it finds something or a page scrolls sideways.
\`-- --only=overview,panel\` takes some, \`-- --fillings=much\` one filling.
`

/** Draws the sheets whose pictures are all there and the docs' own pictures, and writes the page that shows the sheets. Resolves to what is wrong with them. */
export async function writeGallery(surface: ChromiumSurface, { scenes, all }: { scenes: readonly Scene[]; all: readonly Scene[] }, pictures: string, docs: string): Promise<string[]> {
  const page = await surface.context.newPage()
  const sheets = join(docs, 'images', 'gallery')
  for (const scene of scenes) await drawSheet(page, scene, join(pictures, scene.name), join(sheets, `${scene.name}.webp`))
  await drawDocsPictures(page, pictures, join(docs, 'images'))
  writeFileSync(join(docs, 'gallery.md'), [head, ...all.map(({ name, title, sentence }) => `## ${title}\n\n${sentence}\n\n![${title}](images/gallery/${name}.webp)\n`)].join('\n'))
  const bytes = [join(docs, 'images'), sheets].flatMap((folder) => readdirSync(folder).filter((file) => file.includes('.')).map((file) => statSync(join(folder, file)).size)).reduce((sum, size) => sum + size, 0)
  console.log(`${Math.round(bytes / 1000)} kB of pictures`)
  if (bytes <= mostBytes) return []
  console.log('Too much for a repository.')
  return ['size']
}
