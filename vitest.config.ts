import { defineConfig } from 'vitest/config'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '@': here('.'), '#i18n': here('test/fakes/i18n.ts') } },
  test: {
    include: ['test/{unit,contract,rules}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 30_000,
    // By default one core of two would stand idle.
    maxWorkers: '100%',
    restoreMocks: true,
  },
})
