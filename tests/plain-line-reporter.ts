import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with the plain line `N passed, N failed`; a file that could not be run counts as one failure. */
export default class PlainLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      passed += tests.filter(test => test.result().state === 'passed').length
      const failures = tests.filter(test => test.result().state === 'failed').length
      failed += failures === 0 && module.state() === 'failed' ? 1 : failures
    }
    process.stdout.write(`${passed} passed, ${failed} failed\n`)
  }
}
