import QrCode from 'qrcode'

/**
 * Shows the code to scan for logging in 扫码登录, each code once: the platform announces it again when it has been
 * scanned, then without need for it.
 */
export function createQrCodeDisplay(print: (text: string) => void) {
  let shown = ''
  return async (code: string): Promise<void> => {
    if (code === '' || code === shown) return
    shown = code
    print(await QrCode.toString(code, { type: 'terminal', small: true }))
    print('请用微信扫描二维码登录')
  }
}
