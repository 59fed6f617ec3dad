namespace Neighbor.Gis.Neighborhood.Responders;

/// <summary>技能. What a responder is trained or ready to do.</summary>
public enum Skill
{
    /// <summary>急救.</summary>
    FirstAid,

    /// <summary>护理.</summary>
    Nursing,

    /// <summary>心理疏导.</summary>
    Counselling,

    /// <summary>水电维修.</summary>
    Repair,

    /// <summary>送餐、代购.</summary>
    Errands,

    /// <summary>看护儿童.</summary>
    Childminding,

    /// <summary>法律咨询、调解.</summary>
    Mediation,

    /// <summary>消防.</summary>
    Firefighting,

    /// <summary>手语.</summary>
    SignLanguage,

    /// <summary>驾驶.</summary>
    Driving,
}
