//! A call that is listened to.
