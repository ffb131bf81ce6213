namespace Optimizer.Benchmarks.Market;

/// <summary>What became of one play.</summary>
/// <param name="Play">Its slug.</param>
/// <param name="Gain">True gain of the primary KPI over the last four weeks against doing nothing on the same days, in its good direction.</param>
/// <param name="Best">The same with every variable at the best setting that the strategist could have come upon.</param>
/// <param name="FirstMoves">The same with the first move of every variable in force, untested.</param>
/// <param name="AnyMove">The same with a move of every variable in force that chance chose.</param>
/// <param name="Trials">Its experiments.</param>
/// <param name="Answers">Times that people answered.</param>
/// <param name="Resumed">Weeks at whose end a person found it paused or under review and let it go on.</param>
/// <param name="Autonomy">At the end.</param>
/// <param name="Status">At the end.</param>
internal sealed record PlayYear(
    string Play, double Gain, double Best, double FirstMoves, double AnyMove, IReadOnlyList<Trial> Trials, int Answers, int Resumed, string Autonomy, string Status);
