/** Names of the command, of which those that deal with drafts are made. */
export const letterWords = ['提示函', 'tsh']

/** Other names of a command of two words: tsh sq, 提示函送签, tsh 送签. */
export const letterAliases = (word: string, initials: string): string[] => [
  `tsh ${initials}`,
  `提示函${word}`,
  `tsh ${word}`,
]
