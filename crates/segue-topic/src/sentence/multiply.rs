//! Products of matrices, by the library that the recogniser runs on too: it takes the instructions that a machine has.

use ndarray::{Array2, ArrayView2, Axis};
use rten_gemm::{GemmExecutor, GemmInT, GemmInputA, GemmInputB, GemmOptions, GemmOutT, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;
use rten_vecmath::MinMax;

/// Largest number in a matrix of bytes. Seven bits: where a machine adds up pairs of products in sixteen bits, none overflows.
const LARGEST: f32 = 63.0;
/// Steps between the least and the greatest number of a row that is brought into bytes.
const STEPS: f32 = 255.0;

/// A matrix to be multiplied with, laid out for this machine.
pub struct Floats(PackedBMatrix<f32>);

impl Floats {
    pub fn new(rows: &Array2<f32>) -> Self {
        Self(GemmExecutor::<f32>::new().prepack_b(view(&rows.as_standard_layout().view())))
    }

    /// `input` times this.
    pub fn times(&self, input: &Array2<f32>) -> Array2<f32> {
        let mut out = vec![0.0; input.nrows() * self.0.cols()];
        multiply(&GemmExecutor::new(), view(&input.as_standard_layout().view()), &self.0, &mut out);
        Array2::from_shape_vec((input.nrows(), self.0.cols()), out).unwrap_or_default()
    }
}

/// A layer without a bend, as `Linear` is, its matrix in bytes with a step for each column. What is multiplied with it is brought into bytes too, row by row: several
/// times as quick, and as near as four bits of what it is made from are worth.
pub struct ByteLinear {
    packed: PackedBMatrix<i8>,
    steps: Vec<f32>,
    /// Sums of the columns, in steps.
    sums: Vec<f32>,
    bias: Vec<f32>,
}

impl ByteLinear {
    pub fn new(rows: &Array2<f32>, bias: Vec<f32>) -> Self {
        let steps = rows.fold_axis(Axis(0), 1e-12_f32, |most, x| most.max(x.abs())) / LARGEST;
        let bytes = Array2::from_shape_fn(rows.raw_dim(), |at| (rows[at] / steps[at.1]).round() as i8);
        let sums = bytes.map(|&x| f32::from(x)).sum_axis(Axis(0));
        let packed = GemmExecutor::<u8, i8, i32>::new().prepack_b(view(&bytes.view()));
        Self { packed, steps: steps.to_vec(), sums: sums.to_vec(), bias }
    }

    /// `input` times the matrix, and the bias to each row.
    pub fn apply(&self, input: &Array2<f32>) -> Array2<f32> {
        let input = input.as_standard_layout();
        let mut bytes = vec![0; input.len()];
        let width = input.ncols().max(1);
        let rows = input.as_slice().unwrap_or_default().chunks_exact(width);
        let brought: Vec<_> = rows.zip(bytes.chunks_exact_mut(width)).map(|(row, bytes)| bring(row, bytes)).collect();
        let columns = self.steps.len();
        let mut sums = vec![0; input.nrows() * columns];
        let bytes = NdTensorView::from_data([input.nrows(), width], &bytes[..]);
        multiply(&GemmExecutor::new(), bytes, &self.packed, &mut sums);
        let mut out = Vec::with_capacity(sums.len());
        for (sums, (step, zero)) in sums.chunks_exact(columns).zip(brought) {
            let columns = self.steps.iter().zip(&self.sums).zip(&self.bias);
            out.extend(
                sums.iter().zip(columns).map(|(&sum, ((column, all), bias))| (sum as f32 - zero * all) * (step * column) + bias),
            );
        }
        Array2::from_shape_vec((input.nrows(), columns), out).unwrap_or_default()
    }
}

/// Brings a row into bytes; returned are the step between two bytes and the byte that stands for nothing.
fn bring(row: &[f32], bytes: &mut [u8]) -> (f32, f32) {
    let (least, most) = MinMax::new(row).dispatch();
    let step = ((most.max(0.0) - least.min(0.0)) / STEPS).max(1e-12);
    let (times, zero) = (1.0 / step, (-least.min(0.0) / step).round());
    for (byte, x) in bytes.iter_mut().zip(row) {
        // So large a number has no room for fractions: its last byte is the sum, rounded.
        const ROUNDING: f32 = (1_u32 << 23) as f32;
        *byte = ((x * times + zero).clamp(0.0, STEPS) + ROUNDING).to_bits() as u8;
    }
    (step, zero)
}

fn multiply<L: GemmInT, R: GemmInT, O: GemmOutT>(
    by: &GemmExecutor<L, R, O>,
    input: NdTensorView<'_, L, 2>,
    matrix: &PackedBMatrix<R>,
    out: &mut [O],
) {
    let (input, matrix) = (GemmInputA::Unpacked(input), GemmInputB::Packed(matrix));
    by.gemm(out, input, matrix, GemmOptions::default()).expect("layers are checked for their sizes when the file is read");
}

/// A matrix that stands row by row, as the library wants it.
fn view<'a, T>(rows: &'a ArrayView2<'_, T>) -> NdTensorView<'a, T, 2> {
    NdTensorView::from_data([rows.nrows(), rows.ncols()], rows.as_slice().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(rows: usize, columns: usize, seed: f32) -> Array2<f32> {
        Array2::from_shape_fn((rows, columns), |(row, column)| ((row * columns + column) as f32 * seed).sin() + 0.2)
    }

    #[test]
    fn products_are_those_of_the_plain_way() {
        for (rows, inner, columns) in [(1, 5, 3), (7, 64, 33), (50, 384, 96)] {
            let (input, matrix) = (numbers(rows, inner, 0.7), numbers(inner, columns, 1.3));
            let plain = input.dot(&matrix);
            let far = |found: Array2<f32>| (found - &plain).mapv(f32::abs).fold(0.0_f32, |most, &x| most.max(x));
            assert!(far(Floats::new(&matrix).times(&input)) < 1e-3);
            // A step of the matrix is a fiftieth of its largest numbers; the errors of a sum grow with the root of its length.
            let about = 0.01 * (inner as f32).sqrt();
            assert!(far(ByteLinear::new(&matrix, vec![0.0; columns]).apply(&input)) < 3.0 * about, "{rows} {inner} {columns}");
        }
    }

    #[test]
    fn rows_of_nothing_and_of_one_sign_keep_their_values() {
        let matrix = Array2::eye(4);
        let input = Array2::from_shape_vec(
            (3, 4),
            vec![0.0; 4].into_iter().chain([1.0, 2.0, 3.0, 4.0]).chain([-4.0, -1.0, 0.0, -2.0]).collect(),
        )
        .unwrap_or_default();
        let found = ByteLinear::new(&matrix, vec![0.0; 4]).apply(&input);
        for (found, wanted) in found.iter().zip(&input) {
            assert!((found - wanted).abs() < 0.02, "{found} {wanted}");
        }
    }
}
