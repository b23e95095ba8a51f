import { rename, rm, writeFile } from 'node:fs/promises'
import QrCode from 'qrcode'
import { createSequence } from './sequence.ts'

/** Shows a code to scan; `done` takes it away when somebody has logged in. */
export interface QrCodeDisplay {
  (code: string): Promise<void>
  done(): Promise<void>
}

/**
 * Shows the code to scan for logging in 扫码登录, each code once: the platform announces it again when it has been
 * scanned, then without need for it. With `file` it is also kept there as a PNG as long as it is needed; only the
 * bot's user can read it, as whoever scans it gives the bot an account.
 */
export function createQrCodeDisplay(
  print: (text: string) => void,
  file: string | null = null,
): QrCodeDisplay {
  let shown = ''
  /** A picture must not come after its removal. */
  const changes = createSequence()

  async function tell(code: string): Promise<void> {
    print(await QrCode.toString(code, { type: 'terminal', small: true }))
    print(file === null ? '请用微信扫描二维码登录' : `请用微信扫描二维码登录，图片见 ${file}`)
  }

  async function show(code: string): Promise<void> {
    if (code === '' || code === shown) return
    shown = code
    await Promise.all([tell(code), file !== null && changes.run(file, () => write(code, file))])
  }

  async function done(): Promise<void> {
    if (file !== null) await changes.run(file, () => rm(file, { force: true }))
  }

  return Object.assign(show, { done })
}

/** Whoever looks at the file meanwhile sees a whole picture. */
async function write(code: string, file: string): Promise<void> {
  const unfinished = `${file}.part`
  await rm(unfinished, { force: true })
  await writeFile(unfinished, await QrCode.toBuffer(code, { scale: 8 }), { mode: 0o600 })
  await rename(unfinished, file)
}
