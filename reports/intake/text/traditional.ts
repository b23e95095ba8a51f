import { Converter } from 'opencc-js/t2cn'

/**
 * Characters that only traditional script 繁体字 has: of offices, places, hazards and surnames. One of them is enough to
 * tell. Left out are 乾 著 後 於 徵, which stand in simplified names as well.
 */
const traditionalOnly = `
  檢單隱發現問題應執業廠礦東縣區號無責員間時處據與對進開關閉動態勢務職權機構場點線電氣壓鍋爐煙鐵鋼銅鋁
  錫鋅鉛鎳銀煉鑄鍛軋製質產儲運輸車輛駕駛險類別級層統計畫劃組織領導幹專協會團體農藥醫療學術園環節約總經
  濟營銷貿議價費賬賠償罰違規條證書報圖標識誌護欄樓臺階門廳館賓飯廚廁溝橋樑壩軌燈頻視聽監測預備設緊滅災
  難傷損壞銹蝕滲縫斷絕緣纜閥儀錶盤櫃連續塵氫鹼鹽鹵劑濃縮廢棄漿轉讓買賣訂貨倉庫棧碼頭繩鏈鉤鎖齒輪軸潤滾
  篩選礫頂幫錨桿風網絡雲數訊觀眾鄉鎮莊嶺灣島濱瀋遼寧長達過還這個們來說話請謝維養復雜劉張陳楊趙黃吳孫馬
  鄭馮許鄧韓蕭蔣範陸龔賈鄒龐賴譚萬錢湯龍葉閻盧蘇呂魯閆齊畢鍾顧嚴貴興華國慶軍偉傑剛強麗榮愛蘭鳳濤飛寶澤
  潔靜紅綠藍銳鋒鈞錄鉅將從實歸認該談訓練試驗記簡雙隨確誤補寫讀聯繫給純細終結築筆籌繼羅義習聖聲肅腦臨舉
  舊蓋薦虛裝複見親覺觸評詞詳誠調論諸諾謀譯變豐負財貫贏趨軟較載輕輔辦邊遙遲遠適遺郵釋針鈉鈣鈴鉀銘鋪錯鍵
  鏡鑽鑑閃閒閣陽陰陣際雖雞離霧靈韋順須頒顆額願顯飾驅驚魚鮮鳥鳴麥黨齡隊鐘鎂溫淨濕絲紙紡釀醬釘鏟髮禮煩歲
  徑飼趕櫥幣幀彎彙揮撲擋擔擴攔敗敵
`.replace(/\s+/g, '')
const anyTraditional = new RegExp(`[${traditionalOnly}]`)

/** 乾 is 干 only where something is dry: 乾粉, 烘乾. In 乾安县 and 乾丰公司 it is itself. */
const dry = /乾(?=[粉燥濕湿淨净冰旱式法料草果糧粮熄])|(?<=[烘晒曬風风餅饼燒烧曝擦吹晾豆])乾/g
/** 著 is 着 where it says that something goes on or catches: 著火, 存在著; not in 顯著 and in names. */
const going = /著(?=[火手裝装重色力落陸陆地])|(?<=[存在沿隨随跟接掛挂放堆站看有帶带開开])著/g
const itself = /([乾著])/

let convert: ((text: string) => string) | null = null

/** A text in simplified script; one in which nothing is traditional comes back as it is. Idempotent. */
export function simplify(text: string): string {
  if (!anyTraditional.test(text)) return text
  // Built when the first such text comes: most conversations never need it.
  convert ??= Converter({ from: 't', to: 'cn' })
  const plain = text.replace(dry, '干').replace(going, '着')
  return plain
    .split(itself)
    .map(part => (itself.test(part) ? part : convert!(part)))
    .join('')
}
