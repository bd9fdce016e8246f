import { readFileSync } from 'node:fs'
import process from 'node:process'

// Loaded before a test's hub: its clock is as many milliseconds behind this machine's as the file says, read at every look.
const present = Date.now
Date.now = () => present() - Number(readFileSync(process.env.LEADSIDE_TEST_BEHIND, 'utf8'))
