//! The functions that a host of WebAssembly calls, called the same way.

#![allow(unsafe_code, reason = "the test is a host")]

use pia_editor::interface::{INTERFACE, pia_alloc, pia_call, pia_free, pia_version};

/// What every host does.
fn call(request: &[u8]) -> String {
    // SAFETY: the memory of the request is of its length, and the reply is freed once, with its head.
    unsafe {
        let at = pia_alloc(request.len());
        core::ptr::copy_nonoverlapping(request.as_ptr(), at, request.len());
        let reply = pia_call(at, request.len());
        let mut head = [0; 4];
        core::ptr::copy_nonoverlapping(reply, head.as_mut_ptr(), 4);
        let len = u32::from_le_bytes(head) as usize;
        let text = core::slice::from_raw_parts(reply.add(4), len).to_vec();
        pia_free(reply, len + 4);
        String::from_utf8(text).unwrap()
    }
}

#[test]
fn a_request_goes_in_and_a_reply_comes_out() {
    assert_eq!(pia_version(), INTERFACE);
    assert!(call(br#"{"about": {}}"#).starts_with(r#"{"ok":{"module":""#));
    assert_eq!(
        call(&[0xff]),
        r#"{"error":{"code":"request","ja":"要求が UTF-8 でない（invalid utf-8 sequence of 1 bytes from index 0）","en":"the request is not UTF-8: invalid utf-8 sequence of 1 bytes from index 0"}}"#
    );
    assert!(call(b"").starts_with(r#"{"error":{"code":"request""#));
    // The documents stay open from call to call.
    assert!(call(br#"{"new": {"edition": "form_2_2024_10", "today": "2026-04-01"}}"#).contains(r#""document":1"#));
    assert!(call(br#"{"close": {"document": 1}}"#).contains(r#""open":0"#));
}
