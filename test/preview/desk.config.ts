import { fileURLToPath } from 'node:url'
import { mergeConfig } from 'vite'
import panel from './vite.config.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The desk on invented data: `vite --config test/preview/desk.config.ts`, then `/desk.html`. */
export default mergeConfig(panel, { build: { outDir: here('../../.cache/preview-desk'), rolldownOptions: { input: here('desk.html') } } })
