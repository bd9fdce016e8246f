import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { pictureName, sizeOf, sizes, themes, type Scene, type Size } from './types.ts'

/** How large pixels of each size are drawn: wide and narrow as high as each other. */
const scales: Record<Size, number> = { wide: 0.4375, narrow: 0.615 }
const gap = 12

/**
 * All pictures of a scene on one sheet: a row a state; wide light, wide dark, narrow light, narrow dark. Nothing else is on it.
 * Resolves to its bytes, or to 0 where not all pictures have been taken.
 */
export async function drawSheet(page: Page, scene: Scene, folder: string, file: string): Promise<number> {
  const rows = scene.shots.map((shot) => (Object.keys(sizes) as Size[]).flatMap((size) => themes.map((theme) => ({ size, path: join(folder, pictureName(shot, size, theme)) }))))
  if (rows.flat().some(({ path }) => !existsSync(path))) return 0
  const cell = ({ size, path }: (typeof rows)[number][number]) => {
    const { width, height } = sizeOf(scene, size)
    const shown = width * scales[size]
    return `<i style="width:${shown}px;height:${height * scales[size]}px;background:url('${pathToFileURL(path).href}') 0 0/${shown}px auto no-repeat"></i>`
  }
  const html = `<!doctype html><style>body{margin:0;width:max-content;padding:${gap}px;background:#cfd8d5;display:grid;gap:${gap}px}p{margin:0;display:flex;gap:${gap}px}i{display:block;border-radius:4px}</style>${rows.map((row) => `<p>${row.map(cell).join('')}</p>`).join('')}`
  const source = join(folder, 'sheet.html')
  writeFileSync(source, html)
  await page.goto(pathToFileURL(source).href)
  return writePicture(page, file)
}

/** The whole page as WebP, which Playwright cannot write. */
export async function writePicture(page: Page, file: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const { width, height } = await page.evaluate(() => document.body.getBoundingClientRect())
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 64, captureBeyondViewport: true, clip: { x: 0, y: 0, scale: 1, width, height } })
  await session.detach()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, Buffer.from(data, 'base64'))
  return statSync(file).size
}
