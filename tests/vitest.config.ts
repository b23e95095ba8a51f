import { defineConfig } from 'vitest/config'

// The customer keeps the root short, so the configuration lives here and points back.
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one core is kept free, which on two cores is half of what there is.
    maxWorkers: '100%',
    reporters: ['default', './tests/plain-line-reporter.ts'],
  },
})
