namespace Optimizer.Benchmarks.Decisions;

/// <summary>Estimates and false losers with days pooled and with days kept apart.</summary>
internal sealed class SimpsonCount : ICount<SimpsonCount>
{
    public Average Pooled { get; private set; }

    public Average Stratified { get; private set; }

    /// <summary>Called a loser: pooled, stratified at the end, stratified at any look.</summary>
    public HitCount Losers { get; } = new(3);

    public void Note(double pooled, double stratified, ReadOnlySpan<bool> loses)
    {
        Pooled = Pooled.With(pooled);
        Stratified = Stratified.With(stratified);
        Losers.Note(loses);
    }

    public void Add(SimpsonCount other)
    {
        Pooled += other.Pooled;
        Stratified += other.Stratified;
        Losers.Add(other.Losers);
    }
}
