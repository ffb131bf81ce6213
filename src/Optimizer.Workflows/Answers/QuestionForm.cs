namespace Optimizer.Workflows.Answers;

/// <summary>What of a deed is asked.</summary>
internal enum QuestionForm
{
    Why,
    When,
    Whether,
    Who,
}
