pub(crate) fn render(_d: &segue_core::debrief::Debrief, _ui: segue_core::Lang) -> String {
    String::new()
}
