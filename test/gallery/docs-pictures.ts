import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { writePicture } from './sheet.ts'
import { pictureName, sizes, type Theme } from './types.ts'

/** One wide picture of the gallery that README or a page of the docs shows on its own. */
interface DocsPicture { file: string; scene: string; state: string; theme?: Theme; height?: number }

const width = 960
const docsPictures: DocsPicture[] = [
  { file: 'salesforce-panel', scene: 'panel', state: 'salesforce', height: 800 },
  { file: 'panel-dark', scene: 'panel', state: 'salesforce', theme: 'dark', height: 800 },
  { file: 'hubspot-panel', scene: 'panel', state: 'hubspot', height: 800 },
  { file: 'panel-search', scene: 'panel-search', state: 'little', height: 800 },
  { file: 'desk-overview', scene: 'overview', state: 'much', height: 800 },
  { file: 'desk-overview-whole', scene: 'overview', state: 'much', height: 3_400 },
  { file: 'desk-findings', scene: 'findings', state: 'much' },
  { file: 'desk-review', scene: 'review', state: 'much' },
  { file: 'desk-playbook', scene: 'playbook-definitions', state: 'much', height: 700 },
  { file: 'desk-promises', scene: 'playbook-promises', state: 'much' },
  { file: 'desk-hub', scene: 'connections', state: 'hub' },
]

/** Cuts them out of the pictures already taken and makes them as wide as a page of text. Resolves to their bytes. */
export async function drawDocsPictures(page: Page, pictures: string, folder: string): Promise<number> {
  let sum = 0
  for (const { file, scene, state, theme = 'light', height = sizes.wide.height } of docsPictures) {
    const path = join(pictures, scene, pictureName({ state }, 'wide', theme))
    if (!existsSync(path)) continue
    const source = join(pictures, 'picture.html')
    writeFileSync(source, `<!doctype html><style>body{margin:0;width:${width}px;height:${Math.round((height * width) / sizes.wide.width)}px;background:url('${pathToFileURL(path).href}') 0 0/${width}px auto no-repeat}</style>`)
    await page.goto(pathToFileURL(source).href)
    sum += await writePicture(page, join(folder, `${file}.webp`))
  }
  return sum
}
