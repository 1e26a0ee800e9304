/** What is said of any list that is imported from a file; what it is a list of, each page says itself. */

export const texts = {
  stepChoose: { vi: '2. Chọn tệp đã điền', en: '2. Choose the file you filled in' },
  fileHint: { vi: 'CSV hoặc XLSX, không quá 1 MB', en: 'CSV or XLSX, at most 1 MB' },
  reading: { vi: 'Đang xem thử tệp…', en: 'Looking at the file…' },
  tooLarge: { vi: 'Tệp lớn hơn 1 MB. Xin chỉ để lại bảng danh sách.', en: 'The file is larger than 1 MB. Leave only the list in it.' },
  unreadable: { vi: 'Không đọc được tệp này trên máy. Xin chọn lại.', en: 'This machine cannot read the file. Choose it again.' },
  trialOf: { vi: 'Xem thử, chưa ghi gì:', en: 'Trial run, nothing written yet:' },
  problemsTitle: { vi: 'Có {count} chỗ cần sửa trong tệp', en: '{count} places in the file need mending' },
  problemsHelp: { vi: 'Chưa ghi. Xin sửa trong tệp, lưu lại rồi chọn lại tệp.', en: 'Nothing was written. Mend the file, save it, then choose it again.' },
  column_row: { vi: 'Dòng', en: 'Row' },
  column_column: { vi: 'Cột', en: 'Column' },
  column_problem: { vi: 'Cần sửa', en: 'What to mend' },
  wholeFile: { vi: 'cả tệp', en: 'the file' },
  count_added: { vi: 'thêm mới', en: 'added' },
  count_changed: { vi: 'thay đổi', en: 'changed' },
  count_removed: { vi: 'bị xóa', en: 'removed' },
  count_unchanged: { vi: 'giữ nguyên', en: 'unchanged' },
  toImport: { vi: 'Nhập danh sách này', en: 'Import this list' },
  imported: { vi: 'Đã nhập danh sách: thêm {added}, thay đổi {changed}, xóa {removed}, giữ nguyên {unchanged}.', en: 'The list is imported: {added} added, {changed} changed, {removed} removed, {unchanged} unchanged.' },
};
