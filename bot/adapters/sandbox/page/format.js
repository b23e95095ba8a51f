const parts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment in Asia/Shanghai, taken apart; all strings. */
export const shanghai = iso => {
  const { year, month, day, weekday, hour, minute } = Object.fromEntries(
    parts.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  )
  return { year, date: `${month}月${day}日`, weekday, time: `${hour}:${minute}` }
}

/** 1023 B, 12.3 KB, 4.5 MB. */
export const fileSize = bytes => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** What a message says in one line, for lists and quotes. */
export const summary = entry => {
  if (entry.recalled) return '[已撤回]'
  if (entry.text) return entry.text.replace(/\s+/g, ' ')
  return entry.file?.image ? '[图片]' : `[文件] ${entry.file?.name ?? ''}`
}

export const roleNames = {
  reporter: '报送员',
  dutyOfficer: '值班员',
  divisionHead: '处长',
  leader: '厅领导',
  committeeMember: '安委会成员',
  administrator: '管理员',
}
