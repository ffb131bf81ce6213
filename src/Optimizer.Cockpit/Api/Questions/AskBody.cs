namespace Optimizer.Cockpit.Api.Questions;

/// <param name="Question">In words; at most 2,000 characters.</param>
/// <param name="Play">Slug of the play that is looked at: meant where the question names none.</param>
internal sealed record AskBody(string Question, string? Play = null);
