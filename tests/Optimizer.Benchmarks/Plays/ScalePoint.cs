namespace Optimizer.Benchmarks.Plays;

/// <summary>What so many plays in one process cost.</summary>
/// <param name="Plays">How many.</param>
/// <param name="Weeks">Virtual weeks of the whole run.</param>
/// <param name="OpenSeconds">Of CPU, to enrol them.</param>
/// <param name="FirstSeconds">Of CPU, for the first weeks, which every run has.</param>
/// <param name="Seconds">Of CPU, for all weeks; not the enrolment.</param>
/// <param name="ClockSeconds">By the clock, for all weeks.</param>
/// <param name="FirstBytes">Memory after the first weeks, in use after a collection, SQLite's own included.</param>
/// <param name="Bytes">Memory at the end.</param>
/// <param name="FileBytes">Of the records' file at the end.</param>
internal sealed record ScalePoint(
    int Plays, int Weeks, double OpenSeconds, double FirstSeconds, double Seconds, double ClockSeconds, long FirstBytes, long Bytes, long FileBytes);
