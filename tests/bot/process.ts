import { type ChildProcess, spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

export interface Started {
  /** Resolves when it has printed the text, on whichever stream; rejects when it ends without. */
  says(text: string): Promise<void>
  signal(name: NodeJS.Signals): void
  /** Its exit code and all that it wrote on stderr; of a process that a signal has killed the code is null. */
  end: Promise<{ code: number | null; said: string }>
}

/** A process of node's, in this tree, with settings in its environment; `stderr` may be a file in its place. */
export function startNode(
  args: string[],
  settings: Record<string, string> = {},
  stderr: number | 'pipe' = 'pipe',
): Started {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', stderr],
  })
  let printed = ''
  let said = ''
  let waiting: { text: string; found: () => void }[] = []
  const hear = (chunk: Buffer) => {
    printed += chunk.toString()
    waiting = waiting.filter(({ text, found }) => !printed.includes(text) || found())
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    hear(chunk)
  })
  const end = new Promise<{ code: number | null; said: string }>(resolve => {
    child.on('close', code => resolve({ code, said }))
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    end,
    signal: name => void child.kill(name),
    says: text =>
      new Promise((resolve, reject) => {
        if (printed.includes(text)) return resolve()
        waiting.push({ text, found: resolve })
        void end.then(({ said }) => reject(new Error(`ended without “${text}”: ${said}`)))
      }),
  }
}
