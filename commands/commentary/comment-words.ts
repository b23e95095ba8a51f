/** Names of the command, of which all that deal with commentaries are made. */
export const commentWords = ['点评', 'dp']

/** Other names of a command of two words: 点评发布, dp 发布, dp fb. */
export const commentAliases = (word: string, initials: string): string[] => [
  `dp ${initials}`,
  `点评${word}`,
  `dp ${word}`,
]
