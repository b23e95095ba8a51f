import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Runs a file of `processes/` in a process of its own and returns what it reports. Peak memory is a matter of the
 * whole process, so a measurement of memory needs one that does nothing else.
 */
export function inProcess<Report>(name: string): Promise<Report> {
  const file = fileURLToPath(new URL(`processes/${name}.ts`, import.meta.url))
  const child = fork(file, { execArgv: process.execArgv })
  return new Promise((resolve, reject) => {
    child.once('message', report => resolve(report as Report))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${name} ended with code ${code} and without a report`)))
  })
}
