import { existsSync, readFileSync } from 'node:fs'

/** Tests that passed and failed, from a JSON report; a missing report counts as one failure. */
export function vitestCount(file) {
  const report = read(file)
  return report ? { passed: report.numPassedTests, failed: report.numFailedTests + (report.numFailedTestSuites && !report.numFailedTests ? report.numFailedTestSuites : 0) } : none
}

export function playwrightCount(file) {
  const report = read(file)
  return report ? { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected } : none
}

const none = { passed: 0, failed: 1 }

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
