import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // One browser of each kind is kept for the whole run: a worker is a browser.
  workers: 2,
  fullyParallel: false,
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: process.env['LEADSIDE_REPORT'] ?? '.cache/playwright.json' }]],
  projects: [{ name: 'chromium', testIgnore: '**/*.firefox.e2e.ts' }, { name: 'firefox', testIgnore: '**/*.chromium.e2e.ts' }],
})
