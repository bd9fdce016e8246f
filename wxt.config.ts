import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'wxt'
import { manifestFor } from './manifest.ts'
import { adminPage } from './scripts/admin-page.ts'

export default defineConfig({
  outDir: process.env['LEADSIDE_OUT'] ?? '.output',
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  manifestVersion: 3,
  manifest: ({ browser }) => manifestFor(browser),
  autoIcons: { baseIconPath: 'public/icon.svg', developmentIndicator: false },
  hooks: { 'build:publicAssets': (_wxt, files) => void files.push({ relativeDest: 'admin.html', contents: adminPage() }) },
  alias: { '@': '.' },
  vite: () => ({ plugins: [tailwindcss()], build: { sourcemap: false } }),
  zip: { excludeSources: ['test/**', 'docs/images/**', '.cache/**', '.node/**'] },
})
