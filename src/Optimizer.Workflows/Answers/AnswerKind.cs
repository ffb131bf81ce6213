namespace Optimizer.Workflows.Answers;

/// <summary>What sort of answer it is.</summary>
public enum AnswerKind
{
    /// <summary>From records, or from what the engine says of now.</summary>
    Facts,

    /// <summary>The trail has nothing of the kind; the nearest that it has is named (S1-158).</summary>
    NoRecord,

    /// <summary>The question means more than one thing; the suggestions are the choices.</summary>
    AskBack,

    /// <summary>A command was typed: it is proposed and never carried out from here (S1-163).</summary>
    Proposal,

    /// <summary>A command that cannot even be proposed from here, with where to give it.</summary>
    Refused,

    /// <summary>No rule reads the question.</summary>
    NotUnderstood,
}
