/** Every sentence about making a unit's words public, Vietnamese and English side by side. {names} are filled in. */

export const texts = {
  private: { vi: 'Chưa công khai', en: 'Not public' },
  next: { vi: 'Đã cho công khai, sẽ hiện trong bản phát hành kế tiếp', en: 'Made public, appears with the next edition' },
  shown: { vi: 'Đang công khai, trong bản số {number}', en: 'Public, in edition {number}' },
  hiding: { vi: 'Đã rút lại. Trang công khai còn hiện đến bản phát hành kế tiếp; nếu cần gỡ ngay, xin phát hành bản mới.', en: 'Taken back. The public site shows it until the next edition; issue one to remove it at once.' },

  publish: { vi: 'Công khai', en: 'Make public' },
  publishThis: { vi: 'Công khai: {about}', en: 'Make public: {about}' },
  publishTitle: { vi: 'Công khai ý kiến của {unit}', en: 'Make public what {unit} wrote' },
  anybody: { vi: 'Ai cũng sẽ đọc được ý kiến này: trên trang công khai và trong dữ liệu mở, ghi rõ là do đơn vị viết.', en: 'Anybody will read this text: on the public site and in open data, marked as written by the unit.' },
  noNames: { vi: 'Ý kiến này không được có tên người, số điện thoại hay địa chỉ riêng. Nếu có, xin trả lại để đơn vị viết lại.', en: 'It must hold no person’s name, telephone number or private address. If it does, return the report so that the unit writes it anew.' },
  found: { vi: 'Hệ thống phát hiện những chỗ đáng ngờ:', en: 'These look doubtful:' },
  looks_number: { vi: 'giống số điện thoại hoặc số giấy tờ', en: 'looks like a telephone or identity number' },
  looks_email: { vi: 'giống địa chỉ thư điện tử', en: 'looks like an e-mail address' },
  looks_name: { vi: 'giống tên người', en: 'looks like a person’s name' },
  lookedAt: { vi: 'Tôi đã xem từng chỗ: không phải tên, số hay địa chỉ riêng của ai.', en: 'I have looked at each of them: none is anybody’s name, number or address.' },
  lookFirst: { vi: 'Xin xem từng chỗ đáng ngờ rồi đánh dấu vào ô xác nhận.', en: 'Look at each doubtful place, then tick the box.' },
  nothingFound: { vi: 'Hệ thống không phát hiện số điện thoại hay địa chỉ thư, nhưng không nhận ra hết tên người: xin đọc lại lần nữa.', en: 'No telephone number or e-mail address was found. Not every name can be found so: please read it once more.' },
  whenNext: { vi: 'Sẽ hiện trong bản phát hành kế tiếp. Nếu đơn vị sửa, ý kiến mới phải được công khai lại.', en: 'It appears with the next edition. If the unit rewrites it, the new words have to be made public anew.' },
  published: { vi: 'Đã cho công khai ý kiến của {unit}. Sẽ hiện trong bản phát hành kế tiếp.', en: 'What {unit} wrote is made public. It appears with the next edition.' },

  hide: { vi: 'Rút lại', en: 'Take back' },
  hideThis: { vi: 'Rút lại: {about}', en: 'Take back: {about}' },
  hideTitle: { vi: 'Ngừng công khai ý kiến của {unit}', en: 'Make private again what {unit} wrote' },
  neverShown: { vi: 'Ý kiến này chưa có trong bản nào nên chưa ai đọc được. Rút lại thì sẽ không hiện.', en: 'No edition holds it yet, so nobody has read it. Taken back, it never appears.' },
  shownUntil: { vi: 'Trang công khai bỏ ý kiến này ở bản phát hành kế tiếp. Nếu cần gỡ ngay, xin phát hành bản mới. Người đã đọc hoặc tải về trước đó vẫn giữ được.', en: 'The public site drops it with the next edition; issue one to remove it at once. Whoever has read or downloaded it before still has it.' },
  hidden: { vi: 'Đã rút lại ý kiến của {unit}.', en: 'What {unit} wrote is taken back.' },
};
