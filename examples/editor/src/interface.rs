//! What a host of WebAssembly calls: memory for a request, the call, and memory of the reply. The only unsafe code.
//!
//! A host calls [`pia_alloc`] with the length of the request, writes it there in UTF-8, calls [`pia_call`], reads the reply and gives it
//! back with [`pia_free`]. The request belongs to the module once it is passed to [`pia_call`]. A reply begins with its length: four
//! bytes, the lowest first; the text follows.

#![allow(unsafe_code, reason = "memory that a host writes and reads")]

use std::cell::RefCell;

use crate::Editor;
use crate::fault::Fault;

thread_local! {
    static EDITOR: RefCell<Editor> = RefCell::default();
}

/// The version of this interface. It changes when a host must change.
pub const INTERFACE: u32 = 1;

/// The number of bytes before the text of a reply.
const HEAD: usize = 4;

/// [`INTERFACE`], so that a host can check it before the first call.
#[unsafe(no_mangle)]
pub extern "C" fn pia_version() -> u32 {
    INTERFACE
}

/// Memory for a request of `len` bytes, filled with zeros.
#[unsafe(no_mangle)]
pub extern "C" fn pia_alloc(len: usize) -> *mut u8 {
    Box::into_raw(vec![0_u8; len].into_boxed_slice()).cast()
}

/// Takes back memory of `len` bytes: that of a reply has four bytes more than its text.
///
/// # Safety
/// The memory is from [`pia_alloc`] with this length, or a reply. It is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pia_free(memory: *mut u8, len: usize) {
    // SAFETY: it was a boxed slice of this length.
    drop(unsafe { Box::from_raw(core::ptr::slice_from_raw_parts_mut(memory, len)) });
}

/// Answers a request. Takes its memory, and returns the reply: its length in four bytes, and the text.
///
/// # Safety
/// The memory is from [`pia_alloc`] with this length. It is not used again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn pia_call(request: *mut u8, len: usize) -> *mut u8 {
    // SAFETY: it was a boxed slice of this length.
    let request = unsafe { Box::from_raw(core::ptr::slice_from_raw_parts_mut(request, len)) };
    Box::into_raw(answer(&request).into_boxed_slice()).cast()
}

fn answer(request: &[u8]) -> Vec<u8> {
    let text = match core::str::from_utf8(request) {
        Ok(request) => EDITOR.with_borrow_mut(|editor| editor.call(request)),
        Err(error) => Fault::not_utf8(&error).reply(),
    };
    let len = u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut reply = Vec::with_capacity(HEAD + text.len());
    reply.extend(len.to_le_bytes());
    reply.extend(text.as_bytes());
    reply
}
