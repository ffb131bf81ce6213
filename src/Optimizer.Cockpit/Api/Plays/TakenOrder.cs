namespace Optimizer.Cockpit.Api.Plays;

/// <param name="Play">What is true after the order.</param>
/// <param name="IsDone">False while something keeps the play from taking it.</param>
internal sealed record TakenOrder(PlayAnswer Play, bool IsDone);
