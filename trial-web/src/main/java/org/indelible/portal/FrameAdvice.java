package org.indelible.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.indelible.security.SignedInToken;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its {@link Frame}; pages before sign-in have none. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {
    @ModelAttribute("frame")
    @Nullable
    Frame frame(@Nullable Authentication authentication, HttpServletRequest request) {
        return authentication instanceof SignedInToken signedIn
                ? Frame.of(signedIn.getPrincipal(), request.getRequestURI())
                : null;
    }
}
