/**
 * Runs `load`, then removes the listeners for uncaught exceptions that it installed: wechat4u installs one that prints
 * the error and carries on, which would leave a bot in an unknown state running. Those from before stay.
 */
export async function withoutCrashListeners<T>(load: () => Promise<T>): Promise<T> {
  const before = process.listeners('uncaughtException')
  try {
    return await load()
  } finally {
    for (const listener of process.listeners('uncaughtException'))
      if (!before.includes(listener)) process.off('uncaughtException', listener)
  }
}
